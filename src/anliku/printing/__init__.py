"""Paper: documents printed by a browser of this machine. Knows processes and PDF, no entries."""

from __future__ import annotations

from anliku.printing.browser import NotPrinted, find_browser, print_pdf
from anliku.printing.pdf_file import PdfFile

__all__ = ["NotPrinted", "PdfFile", "find_browser", "print_pdf"]
