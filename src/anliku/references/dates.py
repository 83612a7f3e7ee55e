"""Dates of an item, as far as they are known, in the forms that references write."""

from __future__ import annotations

from anliku.references.item import Date, Item

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def parts(date: Date | None) -> list[int]:
    """Return [year, month, day] as far as known; empty when it is not in figures."""
    found = (date or {}).get("date-parts", [])
    return found[0] if found else []


def iso(date: Date | None, separator: str = "-") -> str:
    """Return 2020-05-14, 2020-05 or 2020; what is no date comes back as it is written."""
    if known := parts(date):
        year, *rest = known
        return separator.join([f"{year:04d}", *(f"{number:02d}" for number in rest)])
    return (date or {}).get("literal", "")


def year(item: Item) -> str:
    """Return the year of issue, or nothing."""
    return iso(item.get("issued"))[:4] if parts(item.get("issued")) else ""


def english(date: Date | None) -> str:
    """Return May 14, 2020; May 2020; 2020; or nothing."""
    known = parts(date)
    if len(known) < 2:
        return str(known[0]) if known else ""
    month = MONTHS[known[1] - 1]
    return f"{month} {known[2]}, {known[0]}" if len(known) > 2 else f"{month} {known[0]}"
