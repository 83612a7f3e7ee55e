"""Read one YAML file: data with places, or every mistake in it with its cure; no exceptions."""

from __future__ import annotations

from anliku.read.codes import CODES
from anliku.read.document import Document, Path, Place, Value
from anliku.read.reader import read_document

__all__ = ["CODES", "Document", "Path", "Place", "Value", "read_document"]
