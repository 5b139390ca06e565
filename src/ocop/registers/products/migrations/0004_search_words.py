from django.db import migrations

import ocop.foundation.search.models
from ocop.registers.products.rules import words_of_product

CHUNK = 500


def fill(apps, schema_editor):
    """The words of every listing that is there, with marks too."""
    Listing = apps.get_model('products', 'Listing')
    rows = Listing.objects.order_by('pk').select_related('product__producer__commune', 'product__commune')
    changed = []
    for one in rows.iterator(CHUNK):
        one.search_text = words_of_product(one.product, None)
        changed.append(one)
    Listing.objects.bulk_update(changed, ['search_text'], batch_size=CHUNK)


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0004_words'),
        ('products', '0003_fill_listing'),
    ]

    operations = [
        migrations.AlterField(
            model_name='listing',
            name='search_text',
            field=ocop.foundation.search.models.SearchField(default='', editable=False),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
