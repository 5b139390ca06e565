"""Who did what, when and why: the only writer of states, and a hash chain over every official act."""
