anlikuIndex("facets",[["AA","EA","J","D","GA","T","C","L","I","RA","MAAA","Q","K"],["BBF","B"],["B","B"],["BF","BF"],["BBBE","EA"],["JJ","CBDCA","AAEACCD","FK"]],["","","","","BF","BF","","","",""])
