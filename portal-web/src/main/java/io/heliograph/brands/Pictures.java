package io.heliograph.brands;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pictures that sellers put up, in the caller's transaction. */
@Repository
public class Pictures {

    private final JdbcClient jdbc;
    private final Clock clock;

    Pictures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a seller's picture of a kind in place of the one before. */
    public void keep(UUID sellerId, PictureKind kind, Picture picture) {
        drop(sellerId, kind);
        jdbc.sql("""
                        INSERT INTO brands_picture (tenant_id, kind, file_name, media_type, content, created_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .param(RowIds.bytes(sellerId))
                .param(kind.name())
                .param(picture.fileName())
                .param(picture.mediaType())
                .param(picture.content())
                .param(Times.utc(clock.instant()))
                .update();
    }

    /** Forgets a seller's picture of a kind. */
    public void drop(UUID sellerId, PictureKind kind) {
        jdbc.sql("DELETE FROM brands_picture WHERE tenant_id = ? AND kind = ?")
                .param(RowIds.bytes(sellerId))
                .param(kind.name())
                .update();
    }

    /** A seller's picture by its file name; a name of another seller's is as missing as one that never was. */
    public Optional<Picture> find(UUID sellerId, String fileName) {
        return jdbc.sql("""
                        SELECT file_name, media_type, content FROM brands_picture
                        WHERE tenant_id = ? AND file_name = ? LIMIT 1
                        """)
                .param(RowIds.bytes(sellerId))
                .param(fileName)
                .query((row, n) ->
                        new Picture(row.getString("file_name"), row.getString("media_type"), row.getBytes("content")))
                .optional();
    }
}
