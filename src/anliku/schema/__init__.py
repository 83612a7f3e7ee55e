"""The only description of entries: kinds, fields, values and relations."""
