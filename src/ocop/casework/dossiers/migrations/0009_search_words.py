from django.db import migrations

import ocop.foundation.search.models


class Migration(migrations.Migration):

    dependencies = [
        ('dossiers', '0008_ideas_move_out'),
    ]

    operations = [
        migrations.AlterField(
            model_name='dossier',
            name='search_text',
            field=ocop.foundation.search.models.SearchField(default='', editable=False),
        ),
    ]
