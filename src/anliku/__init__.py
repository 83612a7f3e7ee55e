"""Anliku (案例库): accounts of social-work practice as checked, cited entries and a static site."""

__version__ = "0.1.0"
