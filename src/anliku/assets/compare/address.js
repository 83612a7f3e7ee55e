/* The address holds the ids and nothing else does, so that going back, reloading and sharing show the same. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST = 64;
/** Names beyond these are not even looked at: nobody compares so many. */
const READ = 12;

/** What the address asks for, as far as it can be the id of an entry.
 * @param {string} query @returns {{ids: string[], bad: boolean, twice: boolean}} */
function asked(query) {
  const given = new URLSearchParams(query).getAll("ids").join(",").slice(0, READ * (LONGEST + 1));
  const parts = given.split(/[,，、;；\s]+/).filter(Boolean);
  const fit = parts.filter((id) => id.length <= LONGEST && ID.test(id));
  const ids = fit.filter((id, place) => fit.indexOf(id) === place);
  return { ids: ids.slice(0, READ), bad: fit.length < parts.length, twice: ids.length < fit.length };
}

/** @param {string[]} ids */
const addressOf = (ids) => location.pathname + (ids.length ? "?ids=" + ids.join(",") : "");

/** @param {string[]} ids */
function go(ids) {
  const to = addressOf(ids);
  // Some browsers keep a page in a folder from naming another address: there it is loaded anew.
  try { history.pushState(null, "", to); } catch (error) { location.href = to; return Promise.resolve(); }
  return show();
}
