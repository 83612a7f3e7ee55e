(window.anlikuBrowse=window.anlikuBrowse||{})["order"]={"index":"961278ff38","rows":[1,0,12,2,19,18,16,15,14,17,3,11,7,5,6,8,4,9,10,13]};
