package io.nurt.forecast.internal.hazard;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A model as bytes, to be kept: its numbers in order, no class names, a format number first. */
public final class ModelCodec {
    private static final int FORMAT = 3;

    private ModelCodec() {}

    public static byte[] write(ForecastModel model) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(FORMAT);
            out.writeInt(model.tier().ordinal());
            out.writeInt(model.columns().size());
            for (Column column : model.columns()) {
                out.writeUTF(column.name());
                out.writeUTF(column.group());
                out.writeInt(column.kind().ordinal());
                out.writeBoolean(column.fades());
            }
            out.writeDouble(model.recalibration().intercept());
            out.writeDouble(model.recalibration().slope());
            write(out, new double[][] {model.recalibration().ofStage()});
            out.writeInt(model.basis().rows());
            out.writeInt(model.basis().resolved());
            out.writeInt(model.basis().won());
            out.writeDouble(model.basis().strength());
            write(out, model.best.movement.on());
            write(out, model.best.movement.back());
            write(out, model.best.fading.normal);
            write(out, new double[][] {model.best.fading.kept});
            write(out, model.typical.mean);
            out.writeInt(model.draws.size());
            write(out, model.best);
            for (HazardModel draw : model.draws) {
                write(out, draw);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The bytes are those of another version of the program: the model is to be trained anew. */
    public static final class OtherFormat extends RuntimeException {
        private static final long serialVersionUID = 1;

        OtherFormat(int format) {
            super("a model in format " + format + ", not " + FORMAT);
        }
    }

    /** @throws OtherFormat when they cannot be read */
    public static ForecastModel read(byte[] bytes) {
        try (var in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            int format = in.readInt();
            if (format != FORMAT) {
                throw new OtherFormat(format);
            }
            Tier tier = Tier.values()[in.readInt()];
            List<Column> columns = new ArrayList<>();
            for (int n = in.readInt(); n > 0; n--) {
                columns.add(
                        new Column(in.readUTF(), in.readUTF(), Column.Kind.values()[in.readInt()], in.readBoolean()));
            }
            var recalibration = new Recalibration(in.readDouble(), in.readDouble(), table(in)[0]);
            var basis = new ForecastModel.Basis(in.readInt(), in.readInt(), in.readInt(), in.readDouble());
            var movement = new Movement(table(in), table(in));
            var fading = new Fading(table(in), table(in)[0]);
            var typical = new Typical(cube(in));
            int draws = in.readInt();
            HazardModel best = model(in, columns, movement, fading);
            List<HazardModel> others = new ArrayList<>();
            for (int d = 0; d < draws; d++) {
                others.add(model(in, columns, movement, fading));
            }
            return new ForecastModel(tier, best, others, recalibration, typical, basis);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, HazardModel model) throws IOException {
        write(out, model.base);
        write(out, model.slope);
    }

    private static HazardModel model(DataInputStream in, List<Column> columns, Movement movement, Fading fading)
            throws IOException {
        return new HazardModel(cube(in), table(in), columns, movement, fading);
    }

    private static void write(DataOutputStream out, double[][][] cube) throws IOException {
        out.writeInt(cube.length);
        for (double[][] table : cube) {
            write(out, table);
        }
    }

    private static void write(DataOutputStream out, double[][] table) throws IOException {
        out.writeInt(table.length);
        for (double[] row : table) {
            out.writeInt(row.length);
            for (double value : row) {
                out.writeDouble(value);
            }
        }
    }

    private static double[][][] cube(DataInputStream in) throws IOException {
        double[][][] cube = new double[in.readInt()][][];
        for (int i = 0; i < cube.length; i++) {
            cube[i] = table(in);
        }
        return cube;
    }

    private static double[][] table(DataInputStream in) throws IOException {
        double[][] table = new double[in.readInt()][];
        for (int i = 0; i < table.length; i++) {
            table[i] = new double[in.readInt()];
            for (int j = 0; j < table[i].length; j++) {
                table[i][j] = in.readDouble();
            }
        }
        return table;
    }
}
