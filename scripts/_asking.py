"""What a probe page is made to run: one search, one timed search, rounds of timed searches."""

LIMITED = """
const limited = (promise, most) => Promise.race([
  promise, new Promise((_, no) => setTimeout(() => no(new Error(`no answer in ${most} ms`)), most)),
]);
"""
SEARCH = f"""([query, filters, most]) => {{
  {LIMITED}
  return limited(probe.search(query, filters), most);
}}"""
TIMED_SEARCH = f"""async ([query, filters, most]) => {{
  {LIMITED}
  const began = performance.now();
  await limited(probe.search(query, filters), most);
  return performance.now() - began;
}}"""
TIMED_ROUNDS = f"""async ([queries, rounds, most]) => {{
  {LIMITED}
  const times = queries.map(() => []);
  for (let round = -1; round < rounds; round++) {{
    for (const [number, [query, filters]] of queries.entries()) {{
      const began = performance.now();
      try {{ await limited(probe.search(query, filters), most) }} catch {{ continue }}
      if (round >= 0) times[number].push(performance.now() - began);
    }}
  }}
  return times;
}}"""
