"""Whether a site buries its policy: a bounded walk through it, and what a customer meets on the way."""
