"""Lets `python -m dangol.config` stand for the command `dangol`."""

from dangol.config.cli import main

main()
