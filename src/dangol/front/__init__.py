"""How pages look: styles, scripts, the frame every page stands in, and the design pieces."""
