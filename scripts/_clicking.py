"""Clicks on facets of 找案例, timed in the page from the press to the frame that answers it."""

from collections.abc import Iterator
from typing import NamedTuple

from _probing import Probe
from _serving import Server
from playwright.sync_api import CDPSession, Locator, Page

PAUSE = 1_000
"""Milliseconds that a reader looks at the page before the first click."""
AIM, PRESS, LOOK = 300, 80, 700
"""Milliseconds from the pointer's arrival to the press, to its end, and until we ask the page."""
TURNS = 3
"""Clicks on each page: the first one is what the bar is about."""
READY = "[data-browse][aria-busy=false] .ak-facet[open] label"
FREE = ".ak-facet[open] label:visible:not(:has(input:checked))"
WATCH = """() => {
  const [chips, list, none] = ["chips", "list", "none"].map((name) =>
    document.querySelector(`[data-browse-${name}]`));
  window.timed = null;
  addEventListener("click", (event) => {
    const before = chips.children.length;
    const first = list.firstElementChild;
    const found = {};
    // What a frame finds in the document, it paints; the message comes when that is done.
    const painted = (key) => {
      found[key] = NaN;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        found[key] = performance.now() - event.timeStamp;
        if (found.numbers && found.listed) window.timed = found;
      };
      port2.postMessage(0);
    };
    const look = () => {
      const counted = chips.children.length !== before;
      if (counted && !("numbers" in found)) painted("numbers");
      const fresh = !list.hidden && list.firstElementChild !== first;
      if (counted && (fresh || !none.hidden)) painted("listed");
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, { capture: true, once: true });
}"""


class Click(NamedTuple):
    """One click; times in milliseconds."""

    turn: int
    ready: float
    """From the start of the page to its first facet."""
    value: str
    numbers: float
    """Until the numbers are painted, those of the facets and of the list."""
    listed: float
    """Until the first entries are painted."""
    busy: float
    """What the main thread worked meanwhile, script, style, layout and paint."""
    sent: int
    files: int


def clicks(probe: Probe, server: Server, rounds: int, slowdown: int) -> Iterator[Click]:
    """Open the page anew for each round, and click some facets, other ones each time."""
    for number in range(rounds):
        with probe.page(server.origin, "browse.html", slowdown) as page:
            page.locator(READY).first.wait_for()
            ready = page.evaluate("() => performance.now()")
            page.wait_for_timeout(PAUSE)
            server.take()
            devtools = page.context.new_cdp_session(page)
            devtools.send("Performance.enable")
            for turn in range(1, TURNS + 1):
                boxes = page.locator(FREE)
                box = boxes.nth((number * TURNS + turn * 5) % boxes.count())
                yield Click(turn, ready, *_click(page, box, server, devtools))


def _click(
    page: Page, box: Locator, server: Server, devtools: CDPSession
) -> tuple[str, float, float, float, int, int]:
    value = box.locator("input").get_attribute("value") or ""
    box.hover()
    page.evaluate(WATCH)
    page.wait_for_timeout(AIM)
    before = _worked(devtools)
    page.mouse.down()
    page.wait_for_timeout(PRESS)
    page.mouse.up()
    page.wait_for_timeout(LOOK)  # asking sooner would keep the page from its work
    page.wait_for_function("() => window.timed", polling=100)
    worked = (_worked(devtools) - before) * 1000
    times = page.evaluate("() => window.timed")
    sent = server.take()
    return (value, times["numbers"], times["listed"], worked, sum(s.size for s in sent), len(sent))


def _worked(devtools: CDPSession) -> float:
    """Return the seconds that the main thread has worked so far."""
    metrics = devtools.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in metrics if one["name"] == "TaskDuration"))
