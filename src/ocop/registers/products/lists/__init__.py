"""The officers' lists of products."""

from ocop.registers.products.lists.desk import ProductFilter, ProductTable, communes_with_products

__all__ = ["ProductFilter", "ProductTable", "communes_with_products"]
