"""How fast the system is: one module for each measurement, run by `script/bench NAME`."""
