"""`python -m anliku` is `anliku`."""

import sys

from anliku.cli import main

sys.exit(main())
