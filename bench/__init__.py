"""What is measured, and what is too large for the suite: one module for each name of `script/bench`."""
