"""What is measured, and what is too large for the suite: names of `script/bench`."""
