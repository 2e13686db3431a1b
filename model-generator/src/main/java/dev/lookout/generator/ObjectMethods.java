package dev.lookout.generator;

import com.sun.codemodel.JBlock;
import com.sun.codemodel.JClass;
import com.sun.codemodel.JCodeModel;
import com.sun.codemodel.JDefinedClass;
import com.sun.codemodel.JExpr;
import com.sun.codemodel.JExpression;
import com.sun.codemodel.JInvocation;
import com.sun.codemodel.JMethod;
import com.sun.codemodel.JMod;
import com.sun.codemodel.JVar;
import java.util.List;
import java.util.Objects;

/** {@code equals}, {@code hashCode} and {@code toString} over all fields, unknown ones included. */
final class ObjectMethods {
    private final JDefinedClass type;
    private final List<Property> fields;
    private final ValueFormats formats;
    private final JCodeModel model;

    ObjectMethods(JDefinedClass type, List<Property> properties, ValueFormats formats) {
        this.type = type;
        this.fields =
                properties.stream().filter(property -> !property.isConstant()).toList();
        this.formats = formats;
        this.model = type.owner();
    }

    void add() {
        addEquals();
        addHashCode();
        addToString();
    }

    private void addEquals() {
        JMethod equals = type.method(JMod.PUBLIC, model.BOOLEAN, "equals");
        equals.annotate(Override.class);
        JVar other = equals.param(Object.class, "other");
        other.annotate(formats.ref(model, "org.jspecify.annotations.Nullable"));
        JBlock body = equals.body();
        body._if(JExpr._this().eq(other))._then()._return(JExpr.TRUE);
        body._if(other._instanceof(type).not())._then()._return(JExpr.FALSE);
        JVar that = body.decl(type, "that", JExpr.cast(type, other));
        JExpression same =
                JExpr._this().ref(MessageClass.ADDITIONAL).invoke("equals").arg(that.ref(MessageClass.ADDITIONAL));
        for (int i = fields.size() - 1; i >= 0; i--) {
            same = sameField(fields.get(i), that).cand(same);
        }
        body._return(same);
    }

    private JExpression sameField(Property field, JVar that) {
        JExpression mine = value(field, JExpr._this());
        JExpression theirs = value(field, that);
        return field.isPrimitive()
                ? mine.eq(theirs)
                : model.ref(Objects.class).staticInvoke("equals").arg(mine).arg(theirs);
    }

    // Null and empty lists are equal: what the accessor says counts.
    private static JExpression value(Property field, JExpression of) {
        return field.isNullOrEmpty() ? of.invoke(field.javaName()) : JExpr.ref(of, field.javaName());
    }

    private void addHashCode() {
        JMethod hashCode = type.method(JMod.PUBLIC, model.INT, "hashCode");
        hashCode.annotate(Override.class);
        JInvocation hash = model.ref(Objects.class).staticInvoke("hash");
        fields.forEach(field -> hash.arg(value(field, JExpr._this())));
        hashCode.body()._return(hash.arg(JExpr._this().ref(MessageClass.ADDITIONAL)));
    }

    private void addToString() {
        JClass string = model.ref(String.class);
        JMethod toString = type.method(JMod.PUBLIC, string, "toString");
        toString.annotate(Override.class);
        JExpression text = JExpr.lit(type.name() + "[");
        String separator = "";
        for (Property field : fields) {
            text = text.plus(JExpr.lit(separator + field.javaName() + "=")).plus(value(field, JExpr._this()));
            separator = ", ";
        }
        text = text.plus(JExpr.lit(separator + MessageClass.ADDITIONAL + "="))
                .plus(JExpr._this().ref(MessageClass.ADDITIONAL))
                .plus(JExpr.lit("]"));
        toString.body()._return(text);
    }
}
