"""QR codes as PNG: phones read them from a picture, WeChat does not from an SVG."""

from __future__ import annotations

import io

import segno


def qr_png(address: str) -> bytes:
    """Return the code of an address as a PNG, one pixel a module with the quiet zone round it.

    It is small enough to stand in the page; who shows it makes it larger without smoothing.
    """
    out = io.BytesIO()
    segno.make_qr(address, error="m").save(out, kind="png", scale=1, border=4)
    return out.getvalue()


def qr_data(address: str) -> str:
    """Return the same as the address of an image, which a page and a canvas take from file://."""
    return segno.make_qr(address, error="m").png_data_uri(scale=1, border=4)
