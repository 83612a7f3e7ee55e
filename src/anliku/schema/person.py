"""人物: public roles only, named in a public source; never a service user."""

from __future__ import annotations

from anliku.schema.base import Common
from anliku.schema.field import field
from anliku.schema.links import Post


class Person(Common):
    """The fields of a person."""

    posts: tuple[Post, ...] = field("职务", "来源当时的公开职务", key=True)
