"""The running year: an invented plan of today's province, with its help, press, ideas and pages."""
