"""The front door: settings, root addresses, server and command line. Wiring only."""
