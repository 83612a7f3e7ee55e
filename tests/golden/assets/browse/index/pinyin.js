(window.anlikuBrowse=window.anlikuBrowse||{})["pinyin"]=[5,0,2,14,11,13,9,18,19,12,6,15,8,16,10,3,7,17,1,4];
