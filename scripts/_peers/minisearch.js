// What both building and asking need: the tokenizer and the weights, the same as in our own index.
const segmenter = new Intl.Segmenter("zh", {granularity: "word"});
const settings = {
  fields: ["title", "names", "tags", "summary", "text"],
  storeFields: ["title", "url", "summary", "note", "facets"],
  tokenize: (text) =>
    Array.from(segmenter.segment(text)).filter((part) => part.isWordLike).map((part) => part.segment),
  searchOptions: {prefix: true, fuzzy: 0.2, boost: {title: 7, names: 8, tags: 5, summary: 2}},
};
