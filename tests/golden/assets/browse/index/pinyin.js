(window.anlikuBrowse=window.anlikuBrowse||{})["pinyin"]=[4,0,13,10,12,8,17,18,11,5,14,7,15,9,2,6,16,1,3];
