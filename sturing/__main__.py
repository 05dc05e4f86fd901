"""`python -m sturing` is the command `sturing`."""

from sturing.cli import main

main()
