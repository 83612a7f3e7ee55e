"""Word, PowerPoint files whose bytes depend on nothing but their contents."""

from __future__ import annotations

import io
import re
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_STAMPS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def settled(content: bytes, day: tuple[int, int, int]) -> bytes:
    """Return an Office file with the day of its contents as its dates, and no clock's."""
    year, month, date = day
    stamp = f"{year:04d}-{month:02d}-{date:02d}T00:00:00Z".encode()
    out = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():  # the order is the writer's: [Content_Types].xml first
            data = old.read(name)
            if name == "docProps/core.xml":
                data = _STAMPS.sub(rb"\g<1>" + stamp, data)
            info = ZipInfo(name, _EARLIEST)
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            new.writestr(info, data, ZIP_DEFLATED, 6)
    return out.getvalue()
