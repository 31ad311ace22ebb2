// SPDX-License-Identifier: Apache-2.0
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Dixit.Tests.Architecture;

/// <summary>Writes the public types and members of an assembly as text, in an order that does not depend on the compiler.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // What the compiler writes into every record is not news.
    private static readonly string[] RecordMembers = ["ToString", "GetHashCode", "Equals", "Deconstruct", "PrintMembers", "<Clone>$", "EqualityContract", "op_Equality", "op_Inequality"];

    public static string Describe(Assembly assembly)
    {
        var text = new StringBuilder().Append("assembly ").Append(assembly.GetName().Name).Append('\n');
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append('\n').Append(Declaration(type)).Append('\n');
            foreach (var member in Members(type).Order(StringComparer.Ordinal))
                text.Append("    ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static string Declaration(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => (type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "") + (IsRecord(type) ? "record struct" : "struct"),
            _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
            { IsAbstract: true, IsSealed: true } => "static class",
            _ => (type.IsSealed ? "sealed " : type.IsAbstract ? "abstract " : "") + (IsRecord(type) ? "record" : "class"),
        };
        var bases = type.GetInterfaces().Where(contract => !IsRecord(type) || contract.Name != "IEquatable`1").Select(Name);
        if (type is { IsClass: true, BaseType: { } parent } && parent != typeof(object))
            bases = bases.Prepend(Name(parent));
        var list = type.IsEnum ? "" : string.Join(", ", bases.Order(StringComparer.Ordinal));
        return $"{kind} {type.Namespace}.{Name(type)}{(list.Length == 0 ? "" : " : " + list)}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetValues(type).Cast<object>().Select(value => $"{Convert.ToInt64(value):D3} {value}");
        return type.GetMembers(Declared)
            .Where(member => !IsRecord(type) || !RecordMembers.Contains(member.Name) || IsWritten(member))
            .Select(Member)
            .OfType<string>();
    }

    private static string? Member(MemberInfo member) => member switch
    {
        ConstructorInfo constructor when Visible(constructor) => $"new({Parameters(constructor)})",
        FieldInfo { IsPublic: true } field => $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{Name(field.FieldType)} {field.Name}",
        PropertyInfo property when property.GetMethod is { } getter && Visible(getter) => $"{Modifiers(getter)}{Typed(property)} {{ get; {Setter(property)}}}",
        EventInfo { AddMethod: { } adder } written when Visible(adder) => $"{Modifiers(adder)}event {Name(written.EventHandlerType!)} {written.Name}",
        MethodInfo method when Visible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
            => $"{Modifiers(method)}{Name(method.ReturnType, new NullabilityInfoContext().Create(method.ReturnParameter))} {method.Name}{Generic(method)}({Parameters(method)})",
        _ => null,
    };

    private static string Typed(PropertyInfo property)
    {
        var parameters = property.GetIndexParameters();
        var name = parameters.Length == 0 ? property.Name : $"this[{string.Join(", ", parameters.Select(Parameter))}]";
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        return $"{required}{Name(property.PropertyType, new NullabilityInfoContext().Create(property))} {name}";
    }

    private static string Setter(PropertyInfo property) =>
        property.SetMethod is not { } setter || !Visible(setter) ? ""
        : setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; " : "set; ";

    private static string Modifiers(MethodInfo method) =>
        method.DeclaringType!.IsInterface ? ""
        : (method.IsStatic ? "static " : "") + (method.IsAbstract ? "abstract " : method is { IsVirtual: true, IsFinal: false } && !method.DeclaringType.IsSealed ? "virtual " : "");

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        var direction = !type.IsByRef ? "" : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        var name = type.IsByRef ? Name(type.GetElementType()!) : Name(type, new NullabilityInfoContext().Create(parameter));
        return $"{direction}{name} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "null"}" : "")}";
    }

    private static string Name(Type type, NullabilityInfo nullability)
    {
        var mark = !type.IsValueType && nullability.ReadState == NullabilityState.Nullable ? "?" : "";
        if (type.IsArray && nullability.ElementType is { } element)
            return Name(type.GetElementType()!, element) + "[]" + mark;
        if (type.IsGenericType && !type.IsValueType && nullability.GenericTypeArguments.Length == type.GetGenericArguments().Length)
            return $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Zip(nullability.GenericTypeArguments, Name))}>{mark}";
        return Name(type) + mark;
    }

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Name(value) + "?";
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";
        if (type.IsGenericType)
            return $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
        return Type.GetTypeCode(type) switch
        {
            _ when type.IsEnum => type.Name,
            TypeCode.String => "string",
            TypeCode.Int32 => "int",
            TypeCode.Int64 => "long",
            TypeCode.Boolean => "bool",
            TypeCode.Double => "double",
            TypeCode.Char => "char",
            TypeCode.Byte => "byte",
            _ => type == typeof(void) ? "void" : type == typeof(object) ? "object" : type.Name,
        };
    }

    private static bool Visible(MethodBase method) => method.IsPublic || (method.IsFamily && !method.DeclaringType!.IsSealed);

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", Declared) is { } printer && printer.IsDefined(typeof(CompilerGeneratedAttribute));

    private static bool IsWritten(MemberInfo member) => !member.IsDefined(typeof(CompilerGeneratedAttribute)) && member is not PropertyInfo;
}
