(window.anlikuBrowse=window.anlikuBrowse||{})["order"]={"index":"d825d51959","rows":[1,0,11,18,17,15,14,13,16,2,10,6,4,5,7,3,8,9,12]};
