from django.db import migrations

import ocop.foundation.search.models


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0004_words'),
    ]

    operations = [
        migrations.AlterField(
            model_name='place',
            name='words',
            field=ocop.foundation.search.models.SearchField(default='', editable=False),
        ),
    ]
