"""Products: one identity for life, their photographs, and the recognitions they hold."""
