"""Pages that read, and those on which somebody writes for long."""
