"""QR codes as PNG: phones read them from a picture, WeChat does not from an SVG."""

from __future__ import annotations

import segno


def qr_data(address: str) -> str:
    """Return the code of an address as a `data:` address of a PNG, one pixel a module.

    So small that it stands in the page, and a canvas may draw it even on file://; who shows it
    makes it larger without smoothing. The quiet zone of four modules is part of it.
    """
    return segno.make_qr(address, error="m").png_data_uri(scale=1, border=4)
