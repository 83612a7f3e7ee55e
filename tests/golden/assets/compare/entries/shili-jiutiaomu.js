(window.anlikuCompared=window.anlikuCompared||{})["shili-jiutiaomu"]={"title":"示例：旧的条目","into":"shili-songfan"};
