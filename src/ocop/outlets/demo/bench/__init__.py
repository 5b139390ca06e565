"""What the pages of everyday work cost, measured on the demonstration."""
