"""Rules of ideas: where one stands, what a row of a workbook names, which names look alike."""
