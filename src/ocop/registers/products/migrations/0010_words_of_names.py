from django.db import migrations

from ocop.registers.products.rules import words_of_product

CHUNK = 500


def fill(apps, schema_editor):
    """The words of every listing that is there, those of the name and of the producer by themselves too."""
    Listing = apps.get_model('products', 'Listing')
    beside = ('product__producer__commune', 'product__commune', 'commune')
    rows = Listing.objects.order_by('pk').select_related(*beside)
    changed = []
    for one in rows.iterator(CHUNK):
        one.search_text = words_of_product(one.product, one.commune)
        changed.append(one)
    Listing.objects.bulk_update(changed, ['search_text'], batch_size=CHUNK)


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0005_search_words'),
        ('products', '0009_fill_reckoning'),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
