"""What is measured, and what is too large for the suite: each module is a name of `script/bench`."""
