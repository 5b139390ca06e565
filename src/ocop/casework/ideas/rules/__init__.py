"""Rules of ideas: which level decides, what a row of a workbook names, which names look alike."""
