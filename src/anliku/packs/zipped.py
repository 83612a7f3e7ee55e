"""A pack as one zip with Chinese names."""

from __future__ import annotations

import io
from collections.abc import Iterable
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from anliku.render.pack_leaves import Leaf

_EARLIEST = (1980, 1, 1, 0, 0, 0)


def zipped(files: Iterable[tuple[Leaf, bytes]]) -> bytes:
    """Return the zip: the same bytes for the same files."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for leaf, content in files:
            info = ZipInfo(leaf.saved_as, _EARLIEST)
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            packed = leaf.name.endswith((".docx", ".pptx", ".pdf"))  # compressed already
            archive.writestr(info, content, ZIP_STORED if packed else ZIP_DEFLATED, 6)
    return stream.getvalue()
