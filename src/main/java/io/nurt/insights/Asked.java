package io.nurt.insights;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the parameters that {@link Question} reads. Filters may be repeated: any of the values. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "from",
        in = ParameterIn.QUERY,
        description = "First day of the period, in the workspace's zone",
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        name = "to",
        in = ParameterIn.QUERY,
        description = "Last day of the period, inclusive",
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        name = "pipeline",
        in = ParameterIn.QUERY,
        description = "Id",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        name = "owner",
        in = ParameterIn.QUERY,
        description = "Id, or \"none\" for deals without an owner",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        name = "team",
        in = ParameterIn.QUERY,
        description = "Id (the owner is a member of it or of a team below), or \"none\"",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        name = "product",
        in = ParameterIn.QUERY,
        description = "Id, or \"none\" for deals without a product",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        name = "source",
        in = ParameterIn.QUERY,
        description = "Text, or \"none\" for deals without a source",
        array = @ArraySchema(schema = @Schema(type = "string")))
@interface Asked {}
