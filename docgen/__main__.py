"""``python -m docgen``: the command, where its script is not on the path."""

import sys

from docgen.cli import main

sys.exit(main())
