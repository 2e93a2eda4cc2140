"""Customer care with the written policy at its centre: the program around the policy language."""
