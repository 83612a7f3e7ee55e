anlikuIndex("facets",[["AA","DA","I","FA","S","C","K","H","QA","LAAA","P","J"],["BG","B"],["B","B"],["BE","BE"],["BCE","DA"],["IJ","CADCA","AADACCD","EK"]],["","","","","BE","BE","","","",""])
